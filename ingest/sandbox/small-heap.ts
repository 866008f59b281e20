/**
 * Option of V8 with which a heap grows by half of what lives in it before it is collected again. By itself V8 lets it grow to
 * several times that, the more the faster garbage comes: then what a large document needs is a matter of chance.
 */
export const SMALL_HEAP = '--heap-growing-percent=50';
