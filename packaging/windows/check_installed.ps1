# Installs the new installer for this user, tries the program, upgrades over it and removes it:
# the workspace must stay. Run without administrator rights after `py packaging/dev.py package`.
$ErrorActionPreference = 'Stop'
$setup = Get-ChildItem .build/out/Fasthold-*-setup.exe | Select-Object -First 1
$folder = Join-Path $env:LOCALAPPDATA 'Programs\Fasthold'
$data = Join-Path $env:LOCALAPPDATA 'Fasthold'
$key = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Fasthold'

function Must($holds, $what) { if (-not $holds) { throw "FAILED: $what" } else { "ok     $what" } }
function Silent($file, $arguments) { (Start-Process $file -ArgumentList $arguments -Wait -PassThru).ExitCode }

Must ((Silent $setup.FullName '/S') -eq 0) 'installs in silence'
Must (Test-Path "$folder\fasthold.exe") 'the windowed program is there'
Must (Test-Path $key) 'Windows lists it among its apps'
Must (Test-Path "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Fasthold.lnk") 'it stands in the start menu'

& "$folder\fasthold-console.exe" --selftest
Must ($LASTEXITCODE -eq 0) 'the installed program is whole'
New-Item -ItemType Directory -Force $data | Out-Null
& "$folder\fasthold-console.exe" demo "$data\tried" | Out-Null
Must (Test-Path "$data\tried\demo.fasthold") 'it makes a workspace'

$window = Start-Process "$folder\fasthold.exe" -ArgumentList "--file `"$data\tried\demo.fasthold`"" -PassThru
Start-Sleep -Seconds 15
Must (-not $window.HasExited) 'the window stays open'
Must ((Silent $setup.FullName '/S') -eq 3) 'an upgrade waits while the window is open'
$window.CloseMainWindow() | Out-Null
$window.WaitForExit(10000) | Out-Null

Must ((Silent $setup.FullName '/S') -eq 0) 'upgrades over what is there'
& "$folder\fasthold-console.exe" --selftest --json | Out-Null
Must ($LASTEXITCODE -eq 0) 'it is whole after the upgrade'

# The uninstaller copies itself away first; _? keeps it in place, so that it can be waited for.
Must ((Silent "$folder\uninstall.exe" "/S _?=$folder") -eq 0) 'is removed in silence'
Must (-not (Test-Path "$folder\fasthold.exe")) 'the program is gone'
Must (-not (Test-Path $key)) 'Windows lists it no longer'
Must (Test-Path "$data\tried\demo.fasthold") 'the workspace stayed'
