/** How far a computed number is from the published one, relative to it; absolute where that is 0. */
export const relativeError = (computed: number, published: number): number => (published === 0 ? Math.abs(computed) : Math.abs(computed / published - 1));
