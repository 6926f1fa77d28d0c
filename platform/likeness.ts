/** Words as `ilike` finds them and nothing else: its signs stand for themselves. */
export const likeness = (words: string): string => words.replace(/[%_\\]/g, '\\$&');

/** Found anywhere in a text. */
export const anywhere = (words: string): string => `%${likeness(words)}%`;
