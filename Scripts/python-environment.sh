#!/bin/sh
# Makes the tests' own Python environment, .build/python, from python-requirements.txt.
#
# Your own Python is left as it is. Nothing happens when the environment is up to date.
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

wanted=Scripts/python-requirements.txt
environment=.build/python

if cmp -s "$wanted" "$environment/requirements.txt" && "$environment/bin/python3" -c '' 2>/dev/null; then
  exit 0
fi

say "Making the tests' own Python environment in $environment."
rm -rf "$environment"
mkdir -p .build
python3 -m venv "$environment" ||
  stop "Python could not make an environment. On Debian and Ubuntu the package python3-venv is needed."
"$environment/bin/python3" -m pip install --quiet --disable-pip-version-check \
  --requirement "$wanted" ||
  stop "The Python packages in $wanted could not be installed.
Is there a connection to the internet? Run the same command again when there is."
cp "$wanted" "$environment/requirements.txt"
