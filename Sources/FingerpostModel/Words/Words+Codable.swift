extension Words: Codable {
  private enum CodingKeys: CodingKey {
    case language
    case phrases
    case labels
    case sentences
    case terms
  }

  /// Decodes what was encoded.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      language: try values.decode(String.self, forKey: .language),
      phrases: try values.decode([Phrase: [PluralCategory: String]].self, forKey: .phrases),
      labels: try values.decode([String: String].self, forKey: .labels),
      sentences: try values.decode([String: String].self, forKey: .sentences),
      terms: try values.decode([String: String].self, forKey: .terms))
  }

  /// Encodes what the words are made from.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(language, forKey: .language)
    try values.encode(phrases, forKey: .phrases)
    try values.encode(labels, forKey: .labels)
    try values.encode(sentences, forKey: .sentences)
    try values.encode(terms, forKey: .terms)
  }
}
