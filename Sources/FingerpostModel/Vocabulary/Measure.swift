/// What is assessed (toolkit E28).
public enum Measure: String, Word {
  /// The relationship between parent and infant.
  case parentInfantRelationship = "parent-infant-relationship"
  /// The infant's social and emotional development.
  case infantDevelopment = "infant-development"
  /// The parent's anxiety and depression.
  case parentalAnxietyAndDepression = "parental-anxiety-and-depression"
}
