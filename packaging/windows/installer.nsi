; The installer for Windows: for one user, without administrator rights.
;
;   /S            silent, over what is there; /D=C:\A\Folder (last, unquoted) chooses another folder
;   uninstall.exe /S   silent; the workspace always stays
;
; Made by windows\installer.py, which gives VERSION, NUMBERS, LISTS, ICON and TARGET.

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"

Name "Fasthold"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Fasthold"
InstallDirRegKey HKCU "Software\Fasthold" "Folder"
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "Fasthold ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Fasthold"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Fasthold"
VIAddVersionKey "CompanyName" "The Fasthold maintainers"
VIAddVersionKey "LegalCopyright" "The Fasthold maintainers"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Fasthold"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\fasthold.exe"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Danish"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_DANISH} "Fasthold er åbent. Luk vinduet, og prøv igen."
LangString RUNNING ${LANG_ENGLISH} "Fasthold is open. Close its window and try again."
LangString NEEDS64 ${LANG_DANISH} "Fasthold kræver 64-bit Windows."
LangString NEEDS64 ${LANG_ENGLISH} "Fasthold needs 64-bit Windows."
LangString KEEP ${LANG_DANISH} "Dine data bliver liggende i:$\r$\n$LOCALAPPDATA\Fasthold$\r$\n$\r$\nVil du åbne mappen, så du selv kan se, hvad der ligger der?"
LangString KEEP ${LANG_ENGLISH} "Your data stays in:$\r$\n$LOCALAPPDATA\Fasthold$\r$\n$\r$\nDo you want to open the folder and see for yourself what is there?"
LangString SURE ${LANG_DANISH} "Vil du fjerne Fasthold fra denne computer? Dine data bliver ikke slettet."
LangString SURE ${LANG_ENGLISH} "Do you want to remove Fasthold from this computer? Your data is not deleted."

; A file that runs cannot be opened to write.
!macro StopIfRunning UN
Function ${UN}StopIfRunning
  IfFileExists "$INSTDIR\fasthold.exe" 0 free
  again:
  ClearErrors
  FileOpen $0 "$INSTDIR\fasthold.exe" a
  IfErrors 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Abort
  closed:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro StopIfRunning ""
!insertmacro StopIfRunning "un."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(NEEDS64)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Section "Fasthold"
  Call StopIfRunning
  ; The version that is there removes exactly what it brought; data is never in this folder.
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
  ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR'
  fresh:
  SetOverwrite on
  !include "${LISTS}\install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Fasthold.lnk" "$INSTDIR\fasthold.exe" "" "$INSTDIR\fasthold.exe" 0
  WriteRegStr HKCU "Software\Fasthold" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Fasthold"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\fasthold.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Fasthold maintainers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Function un.onInit
  MessageBox MB_YESNO|MB_ICONQUESTION "$(SURE)" /SD IDYES IDYES go
  Abort
  go:
FunctionEnd

Section "Uninstall"
  Call un.StopIfRunning
  !include "${LISTS}\remove.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  IfErrors 0 done
  Delete "$SMPROGRAMS\Fasthold.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Fasthold"
  IfSilent done
  IfFileExists "$LOCALAPPDATA\Fasthold\*.*" 0 done
  MessageBox MB_YESNO|MB_ICONINFORMATION "$(KEEP)" /SD IDNO IDNO done
  ExecShell "open" "$LOCALAPPDATA\Fasthold"
  done:
SectionEnd
