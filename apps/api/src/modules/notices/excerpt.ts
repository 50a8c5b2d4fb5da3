/** The beginning of a text as a message tells it: whoever wants the rest opens what it is of. */
export const excerpt = (text: string, signs = 60): string => ([...text].length > signs ? `${[...text].slice(0, signs).join('')}…` : text);
