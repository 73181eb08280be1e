/** What a page says of the version that another one came from. */
export const parentName = { id: true, number: true, model: { select: { id: true, name: true } } } as const;
