@echo off
rem Starts Telar from any folder. Builds the grader first when its sources are newer than the last build.
rem A published course brings the built grader in grader\lib and needs no build.
setlocal EnableExtensions DisableDelayedExpansion

set "TELAR_HOME=%~dp0"
if "%TELAR_HOME:~-1%"=="\" set "TELAR_HOME=%TELAR_HOME:~0,-1%"

set "TELAR_JAVA=java"
if defined JAVA_HOME set "TELAR_JAVA=%JAVA_HOME%\bin\java.exe"

rem One start of java tells its version and its folder.
set "TELAR_JAVA_VERSION="
set "TELAR_JAVA_HOME="
set "TELAR_SETTINGS=%TEMP%\telar-%RANDOM%-%RANDOM%.txt"
"%TELAR_JAVA%" -XshowSettings:properties -version > "%TELAR_SETTINGS%" 2>&1
for /f "usebackq tokens=1,2,*" %%a in ("%TELAR_SETTINGS%") do (
    if "%%a"=="java.specification.version" set "TELAR_JAVA_VERSION=%%c"
    if "%%a"=="java.home" set "TELAR_JAVA_HOME=%%c"
)
del "%TELAR_SETTINGS%" >nul 2>&1
if not defined TELAR_JAVA_VERSION (
    echo Telar needs a JDK, version 17 or newer, and no java could be started.>&2
    echo Install one, point JAVA_HOME at it, then run the same command again.>&2
    exit /b 2
)
rem Java 8 calls itself 1.8; its first number is 1.
for /f "tokens=1 delims=." %%v in ("%TELAR_JAVA_VERSION%") do set "TELAR_JAVA_MAJOR=%%v"
if %TELAR_JAVA_MAJOR% LSS 17 (
    echo Telar needs a JDK, version 17 or newer; this java is version %TELAR_JAVA_VERSION%.>&2
    echo Install a newer one, point JAVA_HOME at it, then run the same command again.>&2
    exit /b 2
)
if not exist "%TELAR_JAVA_HOME%\bin\javac.exe" (
    echo Telar compiles submissions and so needs a JDK; this java comes without a compiler.>&2
    echo Install a JDK, point JAVA_HOME at it, then run the same command again.>&2
    exit /b 2
)

if exist "%TELAR_HOME%\grader\lib\" (
    set "TELAR_CLASSPATH=%TELAR_HOME%\grader\lib\*"
    goto start
)

set "TELAR_APP=%TELAR_HOME%\grader\app\target"
set "TELAR_MODULES=.,grader,grader/engine,grader/harness,grader/app"
set "TELAR_FRESH=no"
if exist "%TELAR_APP%\telar-built" (
    rem PowerShell answers with 0 when no source is newer than the stamp.
    powershell -NoProfile -Command "$k = $env:TELAR_HOME; $t = (Get-Item -LiteralPath ($env:TELAR_APP + '\telar-built')).LastWriteTimeUtc; $n = @('pom.xml','grader\pom.xml','grader\engine\pom.xml','grader\harness\pom.xml','grader\app\pom.xml','grader\engine\src','grader\harness\src','grader\app\src') | ForEach-Object { Get-ChildItem -LiteralPath ($k + '\' + $_) -Recurse -File } | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }" && set "TELAR_FRESH=yes"
)
if "%TELAR_FRESH%"=="yes" goto built

call mvn -v >nul 2>&1
if errorlevel 1 (
    echo Telar builds its grader with Maven, and no mvn could be started from the PATH.>&2
    echo Install Maven 3.8 or newer, then run the same command again.>&2
    exit /b 2
)
echo Building the grader ^(first use or changed sources; takes about a minute^) ...>&2
if not exist "%TELAR_APP%\" mkdir "%TELAR_APP%"
rem Jars of an earlier version must not stay beside those of this one.
del /q "%TELAR_APP%\telar-built" "%TELAR_APP%\telar-app-*.jar" >nul 2>&1
if exist "%TELAR_APP%\lib\" rmdir /s /q "%TELAR_APP%\lib"
rem The time of the stamp is that of the start: what is edited during the build is built the next time.
type nul > "%TELAR_APP%\telar-building"
set "JAVA_HOME=%TELAR_JAVA_HOME%"
call mvn -q -B -DskipTests install -f "%TELAR_HOME%\pom.xml" -pl %TELAR_MODULES% > "%TELAR_APP%\telar-build.log" 2>&1
if errorlevel 1 goto unbuilt
move /y "%TELAR_APP%\telar-building" "%TELAR_APP%\telar-built" >nul

:built
set "TELAR_JAR="
for %%j in ("%TELAR_APP%\telar-app-*.jar") do set "TELAR_JAR=%%~fj"
if not defined TELAR_JAR goto nojar
set "TELAR_CLASSPATH=%TELAR_APP%\lib\*;%TELAR_JAR%"

:start
"%TELAR_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "%TELAR_CLASSPATH%" telar.cli.Main %*
exit /b %ERRORLEVEL%

:unbuilt
echo The grader could not be built. What Maven said is in "%TELAR_APP%\telar-build.log"; to see it again:>&2
echo   mvn -B -DskipTests install -f "%TELAR_HOME%\pom.xml" -pl %TELAR_MODULES%>&2
exit /b 2

:nojar
echo The grader is built but its jar is not in "%TELAR_APP%".>&2
echo Remove that folder, then run the same command again.>&2
exit /b 2
