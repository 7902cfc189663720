"""The templates for Windows' policy editor (ADMX, ADML), made of the declared settings: no key is written twice."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from clerkwell.system.policy import MANAGED_BY, RECOMMENDED
from clerkwell.system.registry import POLICIES
from clerkwell.system.settings import OPTIONS, Settings, choices_of, kind_of

_SCHEMA: Final = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_LONGEST: Final = 1023
_BY: Final = "The name under which users read who has set what they cannot change, such as “ICT, Example Borough”."


def policy_templates() -> Mapping[str, str]:
    """The two files, by their names under the folder of templates."""
    return {"clerkwell.admx": _admx(), "en-US/clerkwell.adml": _adml()}


def _named() -> Iterator[tuple[str, bool]]:
    """Every setting that can be locked, and those again that can be recommended."""
    for name in OPTIONS:
        yield name, False
    for name, (_, meaning) in OPTIONS.items():
        # A table is a key of its own, and what only IT decides is never left to users.
        if meaning.owner != "it" and kind_of(name) != "table":
            yield name, True


def _admx() -> str:
    policies = "\n".join([_text_policy(MANAGED_BY, MANAGED_BY, POLICIES), *(_policy(*each) for each in _named())])
    return f"""<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="{_SCHEMA}">
  <policyNamespaces>
    <target prefix="clerkwell" namespace="Clerkwell.Policies"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="any" displayName="$(string.any)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="clerkwell" displayName="$(string.clerkwell)"/>
    <category name="recommended" displayName="$(string.recommended)">
      <parentCategory ref="clerkwell"/>
    </category>
  </categories>
  <policies>
{policies}
  </policies>
</policyDefinitions>
"""


def _policy(name: str, recommended: bool) -> str:
    key = f"{POLICIES}\\{RECOMMENDED}" if recommended else POLICIES
    own, category = (f"{name}_recommended", "recommended") if recommended else (name, "clerkwell")
    _, meaning = OPTIONS[name]
    match kind_of(name):
        case "yes-no":
            return _written(
                own, name, key, category, f" valueName={quoteattr(name)}",
                "      <enabledValue><decimal value=\"1\"/></enabledValue>\n"
                "      <disabledValue><decimal value=\"0\"/></disabledValue>",
            )  # fmt: skip
        case "number":
            limits = f'minValue="{meaning.least}" maxValue="{meaning.most}"'
            element = f'<decimal id="value" valueName="{name}" required="true" {limits}/>'
        case "choice":
            items = "".join(
                f'<item displayName="$(string.{_choice(name, each)})"><value><string>{each}</string></value></item>'
                for each in choices_of(name)
            )
            element = f'<enum id="value" valueName="{name}" required="true">{items}</enum>'
        case "list":
            element = f'<multiText id="value" valueName="{name}" required="true"/>'
        case "table":
            element = f'<list id="value" key="{key}\\{name}" explicitValue="true"/>'
        case _:
            return _text_policy(own, name, key, category)
    return _written(own, name, key, category, _presented(own), f"      <elements>{element}</elements>")


def _text_policy(own: str, name: str, key: str, category: str = "clerkwell") -> str:
    # What has no greatest length is a folder or a file: it may name what differs from one user to the next.
    most = OPTIONS[name][1].most if name in OPTIONS else 200
    expands = ' expandable="true"' if most is None else ""
    element = f'<text id="value" valueName="{name}" required="true" maxLength="{most or _LONGEST}"{expands}/>'
    return _written(own, name, key, category, _presented(own), f"      <elements>{element}</elements>")


def _presented(own: str) -> str:
    return f' presentation="$(presentation.{own})"'


def _written(own: str, name: str, key: str, category: str, more: str, inner: str) -> str:
    words = f'displayName="$(string.{name})" explainText="$(string.{name}_explained)"'
    return f"""    <policy name="{own}" class="Both" {words} key="{key}"{more}>
      <parentCategory ref="{category}"/>
      <supportedOn ref="any"/>
{inner}
    </policy>"""


def _adml() -> str:
    strings = "\n".join(f'      <string id="{name}">{escape(words)}</string>' for name, words in _strings())
    shown = "\n".join(_presentation(name, own) for name, own in _with_elements())
    return f"""<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="{_SCHEMA}">
  <displayName>Clerkwell</displayName>
  <description>Settings of Clerkwell, council committee reports.</description>
  <resources>
    <stringTable>
{strings}
    </stringTable>
    <presentationTable>
{shown}
    </presentationTable>
  </resources>
</policyDefinitionResources>
"""


def _strings() -> Iterator[tuple[str, str]]:
    yield "any", "Clerkwell 0.1 or newer"
    yield "clerkwell", "Clerkwell"
    yield "recommended", "What users may change"
    yield MANAGED_BY, "Who manages this computer"
    yield f"{MANAGED_BY}_explained", _BY
    for name, (_, meaning) in OPTIONS.items():
        yield name, meaning.title
        yield f"{name}_explained", f"{meaning.words}\n\nIts name in a file of settings: {name}"
        for each in choices_of(name) if kind_of(name) == "choice" else ():
            yield _choice(name, each), each


def _choice(name: str, each: str) -> str:
    """How the words of a choice are called."""
    return f"{name}_{each.replace('-', '_')}"


def _with_elements() -> Iterator[tuple[str, str]]:
    yield MANAGED_BY, MANAGED_BY
    for name, recommended in _named():
        if kind_of(name) != "yes-no":
            yield name, f"{name}_recommended" if recommended else name


def _presentation(name: str, own: str) -> str:
    title = escape(OPTIONS[name][1].title if name in OPTIONS else "Name")
    kind = kind_of(name) if name in OPTIONS else "text"
    usual = getattr(Settings(), name, "")
    control = {
        "number": f'<decimalTextBox refId="value" defaultValue="{usual}">{title}</decimalTextBox>',
        "choice": f'<dropdownList refId="value" noSort="true">{title}</dropdownList>',
        "list": f'<multiTextBox refId="value">{title}</multiTextBox>',
        "table": f'<listBox refId="value">{title}</listBox>',
        "text": f'<textBox refId="value"><label>{title}</label></textBox>',
    }[kind]
    return f'      <presentation id="{own}">{control}</presentation>'
