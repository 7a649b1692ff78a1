/** xᵀ A⁻¹ x for a covariance matrix A, by Cholesky's factors: A = LLᵀ, then |L⁻¹x|².
 * @param matrix symmetric and positive definite; not changed
 * @throws RangeError for one that is not */
export const quadraticForm = (matrix: readonly (readonly number[])[], x: readonly number[]): number => {
  const factor: number[][] = [];
  const solved: number[] = [];
  matrix.forEach((row, i) => {
    const mine: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const shared = factor[j]!.slice(0, j).reduce((sum, value, k) => sum + value * mine[k]!, 0);
      mine.push((row[j]! - shared) / factor[j]![j]!);
    }
    const square = row[i]! - mine.reduce((sum, value) => sum + value * value, 0);
    if (!(square > 0)) throw new RangeError('The matrix is no covariance of independent differences.');
    const diagonal = Math.sqrt(square);
    solved.push((x[i]! - mine.reduce((sum, value, k) => sum + value * solved[k]!, 0)) / diagonal);
    factor.push([...mine, diagonal]);
  });
  return solved.reduce((sum, value) => sum + value * value, 0);
};
