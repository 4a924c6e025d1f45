public import ArgumentParser
public import FingerpostDiagrams

extension ThemeName: ExpressibleByArgument {}
