// What `View.frame` says has changed. The numbers are those of the module.

export const AGAIN = 1;
export const DAY = 2;
export const SELECTION = 4;
export const GEOMETRY = 8;
export const TEXT = 16;
export const PLAYING = 32;
export const BASES = 64;
