// Bodies for pages: one function for each type of block, none forgotten.

/** A block of a body. */
export interface BlockLike {
  __typename: string;
}

/** A function for each type of block: leaving one out does not compile. */
export type Renderers<Block extends BlockLike, Output> = {
  [Name in Block["__typename"]]: (block: Extract<Block, { __typename: Name }>, index: number) => Output;
};

/**
 * What the renderers make of the blocks, in order. The contract may grow: a block of a type that was not known when
 * the page was built is given to `onUnknown`, and left out where that is missing or answers undefined.
 */
export function renderBlocks<Block extends BlockLike, Output>(
  blocks: readonly Block[],
  renderers: Renderers<Block, Output>,
  { onUnknown }: { onUnknown?: (block: BlockLike, index: number) => NoInfer<Output> | undefined | void } = {},
): Output[] {
  const table = renderers as unknown as Record<string, (block: Block, index: number) => Output>;
  const outputs: Output[] = [];
  blocks.forEach((block, index) => {
    const render = Object.hasOwn(table, block.__typename) ? table[block.__typename] : undefined;
    const output = render ? render(block, index) : onUnknown?.(block, index);
    if (render || output !== undefined) outputs.push(output as Output);
  });
  return outputs;
}
