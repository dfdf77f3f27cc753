/** What is laid out: a flat piece of a process. A sub-process brings its own finished size. */
export interface LayoutNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Index of the lane it stands in; 0 when there are none. */
  readonly lane: number;
}

export interface LayoutEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export type Point = readonly [number, number];

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Top left corners. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly routes: ReadonlyMap<string, readonly Point[]>;
  readonly lanes: readonly { readonly y: number; readonly height: number }[];
}
