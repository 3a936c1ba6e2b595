#!/usr/bin/env bash
# Plays the main job in a Fasthold that is open on a made-up file of today, by keyboard alone:
# unlock, start the visit, tick who is there, raise a flag, end the visit, save the summary for the practice.
#
#   play_main_job.sh PASSPHRASE PAPERS PICTURES     on $DISPLAY; PAPERS and PICTURES are folders
set -eu

passphrase=$1 papers=$2 pictures=$3
mkdir -p "$papers" "$pictures"

keys() { for key in "$@"; do xdotool key --clearmodifiers "$key"; sleep 0.3; done; }
write() { xdotool type --delay 40 -- "$1"; sleep 0.5; }
windows() { xdotool search --onlyvisible --class fasthold | wc -l; }
# Does what is given, and waits until one more window is there.
opens() {
    had=$(windows)
    "$@"
    for _ in $(seq 60); do
        [ "$(windows)" -gt "$had" ] && break
        sleep 0.5
    done
    sleep 2
}
picture() { import -window root "$pictures/$1.png"; }

window=$(timeout 60 xdotool search --sync --onlyvisible --class fasthold | head -n 1)
sleep 2
xdotool windowfocus --sync "$window"
picture 1-unlock
write "$passphrase"
keys Return
sleep 8
picture 2-today
keys ctrl+b
sleep 3
keys alt+0 1 3
picture 3-visit
keys alt+2 4 Tab 1 Tab 2 Tab Tab 2 alt+s 4 alt+n
write "Mange afbrydelser i dagens arbejde"
keys ctrl+Return
sleep 2
picture 4-flag
opens keys ctrl+e
picture 5-end
keys ctrl+Return
sleep 5
picture 6-summary
opens keys ctrl+p
picture 7-folder
write "$papers"
keys Return
sleep 4
picture 8-saved
keys Escape
sleep 1
keys ctrl+l
sleep 2
picture 9-locked
ls "$papers"/*.pdf
