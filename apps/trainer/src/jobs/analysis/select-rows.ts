/** Some rows of a table. @param table `[n, width]` → `[indices, width]` */
export function selectRows(table: Float32Array, width: number, indices: readonly number[]): Float32Array<ArrayBuffer> {
  const selected = new Float32Array(indices.length * width);
  indices.forEach((index, row) => {
    selected.set(table.subarray(index * width, (index + 1) * width), row * width);
  });
  return selected;
}
