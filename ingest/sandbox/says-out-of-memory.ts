/** How V8 and the C++ library say that memory has run out, or that one object is to grow past all measure. */
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc|maximum size exceeded|invalid (?:table |array |string )?(?:size|length)/i;

/** Whether what a process printed while it died, or what an error says, tells that its memory ran out. */
export function saysOutOfMemory(text: string): boolean {
  return OUT_OF_MEMORY.test(text);
}
