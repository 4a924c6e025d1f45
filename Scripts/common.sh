# Words shared by the scripts beside it. Read with: . Scripts/common.sh

# Says in a sentence what is being done.
say() {
  printf '%s\n' "$*"
}

# Says what is wrong and what to do about it, and stops.
stop() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

has_command() {
  command -v "$1" >/dev/null 2>&1
}
