@echo off
rem Starts Postroom with the first JDK or JRE 25 or newer that it finds: POSTROOM_JAVA, JAVA_HOME, the PATH,
rem then the folders where they are usually installed. It reads each one's "release" file and starts only one.
setlocal enableextensions disabledelayedexpansion
set "home=%~dp0.."
set "java="

if defined POSTROOM_JAVA (
  call :try "%POSTROOM_JAVA%"
  if not defined java (
    echo POSTROOM_JAVA is not the folder of a Java 25 or newer. Nothing was started. Correct it or unset it. 1>&2
    exit /b 1
  )
  goto :start
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined java goto :start
for %%P in (java.exe) do if not "%%~$PATH:P"=="" call :try "%%~dp$PATH:P.."
if defined java goto :start
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LocalAppData%\Programs\Eclipse Adoptium" "%UserProfile%\.jdks") do (
  for /d %%J in ("%%~R\*") do call :try "%%~J"
)
if defined java goto :start
echo Postroom needs Java 25 or newer and found none. Nothing was started. Install one, for example Eclipse Temurin 25, or set POSTROOM_JAVA to the folder it is in. 1>&2
exit /b 1

:start
rem A window is there sooner with the small compiler alone; a command over many people ends sooner with both.
set "compiler=-XX:TieredStopAtLevel=1"
if not "%~1"=="" if /i not "%~x1"==".mailshot" set "compiler=-XX:+TieredCompilation"
"%java%\bin\java.exe" -XX:+UseSerialGC -Xms32m -XX:MaxNewSize=16m -XX:TrimNativeHeapInterval=5000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps %compiler% -Xshare:auto --enable-native-access=ALL-UNNAMED -cp "%home%\lib\postroom.jar" org.postroom.app.Main %*
exit /b %errorlevel%

rem Sets java to the folder %1 where its release file says 25 or newer and none was found before.
:try
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==." %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do call :fits "%~1" %%V
exit /b 0

:fits
set "version=%~2"
set "version=%version:"=%"
if %version% geq 25 set "java=%~1"
exit /b 0
