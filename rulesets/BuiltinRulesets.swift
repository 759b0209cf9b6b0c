/// The rulesets that are part of the program: what stands in `rulesets/`, as literals.
///
/// The members are written by the plugin EmbedRulesets at each build in which a file there changed:
/// - `detectors` and `policies`: `(file, packed)`, each file in the form that `Packed` reads, under the
///   name that errors give it (`rulesets/detectors/email.yaml`), ordered by name;
/// - `tables`: `(name, text)`, a header line and tab-separated rows, without the remarks above them;
/// - `hash`: SHA-256 in hexadecimal of what
///   `cd rulesets && LC_ALL=C sha256sum detectors/*.yaml policies/*.yaml tables/*.tsv` prints.
package enum BuiltinRulesets {}
