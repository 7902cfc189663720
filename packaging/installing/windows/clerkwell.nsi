; setup.exe: Clerkwell for the person who runs it, without rights to install. Made by windows_installers.py, which gives
; VERSION (from pyproject.toml), PUBLISHER, LICENCE, FOLDER (the built program), ICON and OUT; QUICK, for a trial, packs it
; less tightly.
;
; Silent: setup.exe /S [/LOG=file] [/D=folder]   (/D comes last, without quotes; spaces are fine)
; Exit codes: 0 done, 1 cancelled, 2 a file could not be written, 3 Clerkwell is open, 4 no 64-bit Windows
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS all
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"

!define NAME "Clerkwell"
!define CLASSES "Software\Classes"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Clerkwell"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
!ifndef QUICK
  SetCompressor /SOLID lzma
!endif
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} set-up"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "${LICENCE}"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var Log
Var LogName

!macro Functions UN
; Add the line on the stack to the log, if one was asked for.
Function ${UN}Note
  Exch $0
  DetailPrint "$0"
  StrCmp $Log "" +2
    FileWrite $Log "$0$\r$\n"
  Pop $0
FunctionEnd

Function ${UN}OpenLog
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LOG=" $LogName
  IfErrors done
    FileOpen $Log "$LogName" a
    IfErrors done
    FileSeek $Log 0 END
  done:
  ClearErrors
FunctionEnd

; A program that runs holds its own file.
Function ${UN}StopIfOpen
  IfFileExists "$INSTDIR\clerkwell.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\clerkwell.exe" a
    IfErrors open
    FileClose $0
    Goto closed
  open:
    Push "Clerkwell is open. Close it and run this again."
    Call ${UN}Note
    MessageBox MB_OK|MB_ICONEXCLAMATION "Clerkwell is open. Close it and run this again." /SD IDOK
    SetErrorLevel 3
    Quit
  closed:
  ClearErrors
FunctionEnd

; Only what is ours by name: somebody may keep documents in the folder that was chosen.
Function ${UN}RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\clerkwell.exe"
  Delete "$INSTDIR\clerkwell-cli.exe"
FunctionEnd
!macroend
!insertmacro Functions ""
!insertmacro Functions "un."

!macro Line UN TEXT
  Push "${TEXT}"
  Call ${UN}Note
!macroend

; ENDING is what a file's name ends with, CLASS what Windows calls such files, and WORDS what it tells people.
!macro Associate ENDING CLASS MIME WORDS
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${ENDING}" "Content Type" "${MIME}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" '"$INSTDIR\clerkwell.exe",0'
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\clerkwell.exe" "%1"'
!macroend

; An ending that another program has taken since is left to it.
!macro Dissociate ENDING CLASS
  ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
  StrCmp $0 "${CLASS}" 0 +2
    DeleteRegKey HKCU "${CLASSES}\${ENDING}"
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

!macro TellWindows
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
    SetErrorLevel 4
    Quit
  ${EndIf}
  Call OpenLog
  Call StopIfOpen
FunctionEnd

Section
  !insertmacro Line "" "Clerkwell ${VERSION} goes into $INSTDIR"
  ReadRegStr $0 HKCU "${ENTRY}" "DisplayVersion"
  StrCmp $0 "" +3
    Push "It takes the place of version $0"
    Call Note
  Call RemoveProgram
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  IfErrors 0 written
    !insertmacro Line "" "A file could not be written to $INSTDIR"
    SetErrorLevel 2
    Quit
  written:
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\clerkwell.exe" "" "$INSTDIR\clerkwell.exe" 0
  !insertmacro Associate ".clerkwell" "Clerkwell.Report" "application/x-clerkwell-report" "Clerkwell committee report"
  !insertmacro Associate ".clerkpack" "Clerkwell.Pack" "application/x-clerkwell-pack" "Clerkwell report template"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" '"$INSTDIR\clerkwell.exe",0'
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  !insertmacro TellWindows
  !insertmacro Line "" "Done"
  SetErrorLevel 0
SectionEnd

Function un.onInit
  SetRegView 64
  Call un.OpenLog
  Call un.StopIfOpen
FunctionEnd

; Reports, drafts, packs and settings are the person's, and stay.
Section Uninstall
  !insertmacro Line "un." "Clerkwell ${VERSION} is taken out of $INSTDIR"
  Call un.RemoveProgram
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro Dissociate ".clerkwell" "Clerkwell.Report"
  !insertmacro Dissociate ".clerkpack" "Clerkwell.Pack"
  DeleteRegKey HKCU "${ENTRY}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  !insertmacro TellWindows
  !insertmacro Line "un." "Done"
  SetErrorLevel 0
SectionEnd
