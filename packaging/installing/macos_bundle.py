"""What macOS has to know of the program: the entries of its Info.plist. Never tried on a Mac."""

from installing.identity import ENDINGS, KINDS, NAME, version

BUNDLE_ID = "org.clerkwell.Clerkwell"
# The oldest macOS that the Qt of our pins runs on.
OLDEST = "13.0"


def info() -> dict[str, object]:
    """The entries that PyInstaller does not write by itself."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en_GB",
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT licence",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": KINDS[ending],
                "CFBundleTypeRole": "Editor" if ending == ".clerkwell" else "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [type_of(ending)],
            }
            for ending in ENDINGS
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": type_of(ending),
                "UTTypeDescription": KINDS[ending],
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [ending.removeprefix(".")],
                    "public.mime-type": [kind],
                },
            }
            for ending, kind in ENDINGS.items()
        ],
    }


def type_of(ending: str) -> str:
    """What macOS calls a kind of file."""
    return {".clerkwell": "org.clerkwell.report", ".clerkpack": "org.clerkwell.pack"}[ending]
