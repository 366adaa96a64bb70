/** Breaking one of these sentences is breaking the law or the record: the message says which, and where. */
export function exige(vrai: boolean, phrase: string, detail: unknown = ''): void {
  if (!vrai) throw new Error(`${phrase} ${JSON.stringify(detail)}`);
}
