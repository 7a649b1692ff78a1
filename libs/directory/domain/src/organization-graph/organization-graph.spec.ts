import fc from 'fast-check';
import { groupsThatReachEachOther } from './circles.js';
import {
  ancestors, chainIsUnknown, closure, descendants, graphFigures, inChain, organizationGraph, organizationGraphAsOf, type GraphPost,
} from './organization-graph.js';

const post = (postId: string, reportsTo: string | null, others: Partial<GraphPost> = {}): GraphPost =>
  ({ postId, reportsTo, dottedTo: [], lineKnown: true, ...others });

// Amara leads; Ben and Chidi report to her; Dina to Ben, and by a dotted line to Chidi.
const family = [post('amara', null), post('ben', 'amara'), post('chidi', 'amara'), post('dina', 'ben', { dottedTo: ['chidi'] })];

describe('a graph of posts', () => {
  const graph = organizationGraph(family);

  it('knows who is above and below, dotted lines included', () => {
    expect([...ancestors(graph, 'dina')].sort()).toEqual(['amara', 'ben', 'chidi']);
    expect([...descendants(graph, 'chidi')]).toEqual(['dina']);
    expect([inChain(graph, 'chidi', 'dina'), inChain(graph, 'dina', 'amara'), inChain(graph, 'ben', 'chidi')]).toEqual([true, true, false]);
  });

  it('counts each ancestor–descendant pair once', () => {
    expect([...closure(graph)]).toHaveLength(5);
    expect(graphFigures(graph)).toMatchObject({ tops: 1, depth: 2, closure: 5, belowAHole: new Set(), topDown: ['amara', 'ben', 'chidi', 'dina'] });
  });

  it('does not know the chain of anybody below a refused line, nor below a post that is gone', () => {
    const broken = organizationGraph([post('amara', null, { lineKnown: false }), post('ben', 'amara'), post('chidi', 'gone'), post('dina', null)]);
    expect(graphFigures(broken).belowAHole).toEqual(new Set(['amara', 'ben', 'chidi']));
    expect(['amara', 'ben', 'chidi', 'dina'].map((postId) => chainIsUnknown(broken, postId))).toEqual([true, true, true, false]);
  });

  it('is that of the day asked for', () => {
    const held = [
      { ...post('amara', null), from: '2026-01-01', to: null },
      { ...post('ben', 'amara'), from: '2026-01-01', to: '2026-03-01' },
      { ...post('ben', null), from: '2026-03-01', to: null },
    ];
    expect(inChain(organizationGraphAsOf(held, '2026-02-28'), 'amara', 'ben')).toBe(true);
    expect(inChain(organizationGraphAsOf(held, '2026-03-01'), 'amara', 'ben')).toBe(false);
    expect(organizationGraphAsOf(held, '2025-12-31').posts.size).toBe(0);
  });

  it('answers on a circle too, which half a reorganization can hold', () => {
    const circle = organizationGraph([post('amara', 'ben'), post('ben', 'amara'), post('chidi', 'ben')]);
    expect([...ancestors(circle, 'chidi')].sort()).toEqual(['amara', 'ben']);
    expect(graphFigures(circle)).toMatchObject({ tops: 0, depth: 0, closure: 4, belowAHole: new Set(['amara', 'ben', 'chidi']) });
    expect([...closure(circle)]).toHaveLength(4);
  });

  it('walks a chain of 100,000 posts', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => post(`p${index}`, index === 0 ? null : `p${index - 1}`));
    const long = organizationGraph(chain.reverse());
    expect(graphFigures(long)).toMatchObject({ tops: 1, depth: 99_999, closure: (100_000 * 99_999) / 2 });
    expect(inChain(long, 'p0', 'p99999')).toBe(true);
  });
});

const arbitraryEdges = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }));

const reachable = (edges: number[][], from: number): Set<number> => {
  const reached = new Set<number>();
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const at of [from, ...reached]) for (const to of edges[at]!) reached.add(to);
  }
  return reached;
};

describe('lines in circles', () => {
  it('are those whose far end leads back, as a search from every line finds them', () => {
    fc.assert(fc.property(arbitraryEdges, (edges) => {
      const group = groupsThatReachEachOther(edges);
      for (const [from, targets] of edges.entries()) {
        for (const to of targets) expect(group[from] === group[to]).toBe(to === from || reachable(edges, to).has(from));
      }
    }), { numRuns: 500 });
  });

  it('are found in a circle of 100,000', () => {
    const group = groupsThatReachEachOther(Array.from({ length: 100_000 }, (_, index) => [(index + 1) % 100_000]));
    expect(new Set(group).size).toBe(1);
  });
});

it('counts closure and depth as a walk from every post does', () => {
  // Lines lead only to posts with a smaller number: no circles, several tops, several lines to a post.
  const graphs = fc.array(fc.uniqueArray(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 12 }).map((lines) =>
    lines.map((above, index) => {
      const [reportsTo = null, ...dottedTo] = above.filter((to) => to < index).map(String);
      return post(String(index), reportsTo, { dottedTo });
    }));
  fc.assert(fc.property(graphs, (posts) => {
    const graph = organizationGraph(posts);
    const longest = (at: string): number => {
      const { reportsTo, dottedTo } = graph.posts.get(at)!;
      return Math.max(0, ...[...(reportsTo === null ? [] : [reportsTo]), ...dottedTo].map((above) => longest(above) + 1));
    };
    expect(graphFigures(graph)).toMatchObject({
      depth: Math.max(...posts.map(({ postId }) => longest(postId))),
      closure: [...closure(graph)].length,
    });
  }));
});
