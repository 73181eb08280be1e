/** So long after it was stored a file is kept though nothing refers to it yet. */
export const keptForMinutes = 60;
