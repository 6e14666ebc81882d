/** Colours of SQL, in the editor and where it is shown; each reads at 4.5:1 on white and on the pale ground of the app. */
export const sqlInk = {
  keyword: '#00497a',
  string: '#8a3a06',
  number: '#00664a',
  comment: '#5a6478',
} as const;
