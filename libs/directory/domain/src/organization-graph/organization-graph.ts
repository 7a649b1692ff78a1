/** A post and its lines, on one day. Dotted lines count as chain like the solid one. */
export interface GraphPost {
  readonly postId: string;
  /** Null for a top post, and where the line is not known. */
  readonly reportsTo: string | null;
  readonly dottedTo: readonly string[];
  readonly lineKnown: boolean;
}

/** A post while its facts held: from a day, up to but not including another; null is "still". */
export interface DatedPost extends GraphPost {
  readonly from: string;
  readonly to: string | null;
}

export interface OrganizationGraph {
  readonly posts: ReadonlyMap<string, GraphPost>;
  /** For each post the posts directly below it. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

export const linesOf = ({ reportsTo, dottedTo }: Pick<GraphPost, 'reportsTo' | 'dottedTo'>): readonly string[] =>
  reportsTo === null ? dottedTo : [reportsTo, ...dottedTo];

export const organizationGraph = (posts: Iterable<GraphPost>): OrganizationGraph => {
  const byId = new Map<string, GraphPost>();
  const below = new Map<string, string[]>();
  for (const post of posts) byId.set(post.postId, post);
  for (const post of byId.values()) {
    for (const above of new Set(linesOf(post))) {
      const reports = below.get(above);
      if (reports) reports.push(post.postId);
      else below.set(above, [post.postId]);
    }
  }
  return { posts: byId, below };
};

/** The graph as it was on `asOf`, from posts with the days between which their facts held. */
export const organizationGraphAsOf = (posts: Iterable<DatedPost>, asOf: string): OrganizationGraph => {
  const held: GraphPost[] = [];
  for (const post of posts) if (post.from <= asOf && (post.to === null || asOf < post.to)) held.push(post);
  return organizationGraph(held);
};

const reach = (start: string, next: (postId: string) => readonly string[]): ReadonlySet<string> => {
  const reached = new Set<string>();
  const ahead = [...next(start)];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === start || reached.has(at)) continue;
    reached.add(at);
    ahead.push(...next(at));
  }
  return reached;
};

const above = (graph: OrganizationGraph, postId: string): readonly string[] => {
  const post = graph.posts.get(postId);
  return post ? linesOf(post).filter((line) => graph.posts.has(line)) : [];
};

/** Everybody above, at any distance, without the post itself. Ends on any graph, circles included. */
export const ancestors = (graph: OrganizationGraph, postId: string): ReadonlySet<string> => reach(postId, (at) => above(graph, at));

/** Everybody below, at any distance, without the post itself. */
export const descendants = (graph: OrganizationGraph, postId: string): ReadonlySet<string> =>
  reach(postId, (at) => graph.below.get(at) ?? []);

/** Whether one of two posts is above the other. Where `chainIsUnknown` for either, "no" means only "not as far as is known". */
export const inChain = (graph: OrganizationGraph, one: string, other: string): boolean =>
  one === other || ancestors(graph, one).has(other) || ancestors(graph, other).has(one);

/** Every ancestor–descendant pair of posts, once. The number of pairs may be the square of the number of posts: iterate, do not collect. */
export function* closure(graph: OrganizationGraph): Generator<{ ancestor: string; descendant: string }> {
  for (const descendant of graph.posts.keys()) {
    for (const ancestor of ancestors(graph, descendant)) yield { ancestor, descendant };
  }
}

export interface GraphFigures {
  readonly tops: number;
  /** The longest way to a top post, in steps. */
  readonly depth: number;
  /** Ancestor–descendant pairs of posts. */
  readonly closure: number;
  /** The posts whose chain is unknown: a line of theirs, or of a post above them, was refused or leads nowhere. */
  readonly belowAHole: ReadonlySet<string>;
  /** Every post, those above before those below; posts on a circle, which no staged file leaves, come last. */
  readonly topDown: readonly string[];
}

/** Figures of the whole graph in one pass from the top: linear, but for posts with several lines, whose ancestors are walked. */
export const graphFigures = (graph: OrganizationGraph): GraphFigures => {
  const topDown: string[] = [];
  const waitingFor = new Map<string, number>();
  const ancestorsOf = new Map<string, number>();
  const depthOf = new Map<string, number>();
  const belowAHole = new Set<string>();
  let tops = 0;
  let depth = 0;
  let pairs = 0;

  const place = (postId: string, onACircle = false): void => {
    topDown.push(postId);
    const post = graph.posts.get(postId)!;
    const lines = [...new Set(linesOf(post))];
    const known = lines.filter((line) => graph.posts.has(line));
    if (!post.lineKnown || known.length < lines.length || known.some((line) => belowAHole.has(line))) belowAHole.add(postId);
    const count = known.length === 1 && ancestorsOf.has(known[0]!)
      ? ancestorsOf.get(known[0]!)! + 1
      : known.length === 0 ? 0 : ancestors(graph, postId).size;
    if (!onACircle) ancestorsOf.set(postId, count);
    pairs += count;
    if (post.reportsTo === null && post.lineKnown) {
      tops += 1;
      depthOf.set(postId, 0);
    }
    for (const line of known) {
      const stepsAbove = depthOf.get(line);
      if (stepsAbove !== undefined) depthOf.set(postId, Math.max(depthOf.get(postId) ?? 0, stepsAbove + 1));
    }
    depth = Math.max(depth, depthOf.get(postId) ?? 0);
  };

  for (const post of graph.posts.values()) {
    const count = new Set(linesOf(post).filter((line) => graph.posts.has(line))).size;
    if (count === 0) place(post.postId);
    else waitingFor.set(post.postId, count);
  }
  for (let at = 0; at < topDown.length; at += 1) {
    for (const postId of graph.below.get(topDown[at]!) ?? []) {
      const left = waitingFor.get(postId)! - 1;
      if (left > 0) waitingFor.set(postId, left);
      else if (waitingFor.delete(postId)) place(postId);
    }
  }
  for (const postId of waitingFor.keys()) belowAHole.add(postId);
  for (const postId of waitingFor.keys()) place(postId, true);
  return { tops, depth, closure: pairs, belowAHole, topDown };
};

/** Whether nobody can say who is above this post. A matching must then keep it apart: `false` of `inChain` proves nothing. */
export const chainIsUnknown = (graph: OrganizationGraph, postId: string): boolean => {
  const broken = (at: string): boolean => {
    const post = graph.posts.get(at);
    return !post || !post.lineKnown || linesOf(post).some((line) => !graph.posts.has(line));
  };
  if (broken(postId)) return true;
  for (const ancestor of ancestors(graph, postId)) if (broken(ancestor)) return true;
  return false;
};
