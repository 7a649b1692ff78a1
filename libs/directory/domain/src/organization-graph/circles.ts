/**
 * The groups of nodes that reach each other, by Tarjan's algorithm, without recursion: a chain of 100,000 posts is lawful.
 * An edge lies on a circle exactly where both its ends are in one group and, if they are the same node, the edge is its own circle.
 * @param edges for each node the nodes it points at, as indices
 * @returns for each node the number of its group; O(nodes + edges)
 * @see Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1 (1972)
 */
export const groupsThatReachEachOther = (edges: readonly (readonly number[])[]): Int32Array => {
  const size = edges.length;
  const group = new Int32Array(size).fill(-1);
  const visit = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  let visits = 0;
  let groups = 0;

  const enter = (node: number): void => {
    visit[node] = low[node] = visits;
    visits += 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
    if (low[node] !== visit[node]) return;
    for (let member = -1; member !== node;) {
      member = open.pop()!;
      group[member] = groups;
    }
    groups += 1;
  };

  for (let start = 0; start < size; start += 1) {
    if (visit[start] !== -1) continue;
    enter(start);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const target = edges[node]![nextEdge[node]!];
      nextEdge[node]! += 1;
      if (target === undefined) leave(node);
      else if (visit[target] === -1) enter(target);
      else if (group[target] === -1) low[node] = Math.min(low[node]!, visit[target]!);
    }
  }
  return group;
};
