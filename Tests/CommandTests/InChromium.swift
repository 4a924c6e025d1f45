import FingerpostTestSupport
import Testing

/// What is looked at in a real browser, one thing after another, since a browser takes all there is of a
/// small machine.
///
/// Left out, with this line, only where no Chromium is installed and no machine tests changes.
@Suite(
  .serialized,
  .enabled(
    if: InstalledChromium.isAsked, "no Chromium is installed; on Debian: apt-get install chromium"))
enum `In Chromium` {}
