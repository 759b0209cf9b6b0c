/// The files of `rulesets/`, as part of the program, so that one file can be copied to another machine.
///
/// The members (`detectors`, `policies`, `tables`, `hash`) are written at each build by the tool
/// `ruleset-packer`; a file that is not well-formed fails the build.
package enum BuiltinRulesets {}
