// How wide letters are in a font of the page.

// The widths of the characters in ems, regular, then bold.
export function measureText(font, alphabet) {
  const context = document.createElement("canvas").getContext("2d");
  const characters = [...alphabet];
  const widths = [400, 700].flatMap((weight) => {
    context.font = `${weight} 100px ${font}`;
    return characters.map((character) => context.measureText(character).width / 100);
  });
  return Float64Array.from(widths);
}
