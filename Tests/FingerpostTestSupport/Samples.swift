// Tests get the generated samples together with their support.
@_exported public import FingerpostSamples
