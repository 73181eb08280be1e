/** Where a preset of a model version is composed on a data set version. @param attributes chosen at first */
export function composerAddress(
  group: string,
  of: { modelId: string; number: number; dataId: string; attributes?: readonly string[] },
): string {
  const search = new URLSearchParams({ model: of.modelId, number: String(of.number), data: of.dataId });
  for (const attribute of of.attributes ?? []) search.append("attribute", attribute);
  return `/g/${group}/bias/compose?${search}`;
}
