/** What was chosen. The list goes back to what holds: it follows when the file has been read so, and stays when it cannot be. */
export function chosen({ currentTarget: list }: { currentTarget: { value: string } }, held: string): string {
  const { value } = list;
  list.value = held;
  return value;
}
