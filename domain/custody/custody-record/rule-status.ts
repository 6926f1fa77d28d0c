/**
 * How each rule row of custody.md was established, where it was not seen in a source: `unverified` is its tag K, `part` a row of which
 * part is K. A custody lawyer confirms them before go-live; docs/law.md shows them.
 */
export const UNVERIFIED_RULES: readonly string[] = [
  'CUS-1', 'CUS-3', 'CUS-11', 'CUS-12', 'CUS-15', 'CUS-18', 'CUS-22', 'CUS-23', 'CUS-26', 'CUS-28', 'CUS-32', 'CUS-38', 'CUS-39', 'CUS-45', 'CUS-46', 'CUS-48', 'CUS-49', 'CUS-55', 'CUS-57', 'CUS-58', 'CUS-59',
  'CUS-62', 'CUS-67', 'CUS-85', 'CUS-90', 'CUS-97', 'CUS-124', 'CUS-129', 'CUS-131', 'CUS-145', 'CUS-146', 'CUS-148', 'CUS-149', 'CUS-187', 'CUS-188',
];
export const PARTLY_UNVERIFIED_RULES: readonly string[] = ['CUS-37', 'CUS-43', 'CUS-44', 'CUS-56', 'CUS-95', 'CUS-186'];

/** Rows whose open points are ruled in section 8a: our reading, as configuration. */
export const RULED_RULES: readonly string[] = [
  'CUS-27', 'CUS-30', 'CUS-31', 'CUS-33', 'CUS-34', 'CUS-35', 'CUS-37', 'CUS-41', 'CUS-42', 'CUS-43', 'CUS-44', 'CUS-51', 'CUS-53', 'CUS-58', 'CUS-59', 'CUS-60', 'CUS-61', 'CUS-62', 'CUS-63', 'CUS-64', 'CUS-83', 'CUS-84', 'CUS-95',
];

/** The words of a rule's status; '' where it was seen in a source and nothing was left open. */
export function ruleStatus(rule: string): string {
  const established = UNVERIFIED_RULES.includes(rule) ? ['unverified'] : PARTLY_UNVERIFIED_RULES.includes(rule) ? ['unverified in part'] : [];
  return [...established, ...(RULED_RULES.includes(rule) ? ['our ruling (8a)'] : [])].join(', ');
}
