const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** Is it a CVR number: eight digits whose weighted sum is a multiple of eleven? */
export function isCvr(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false;
  const sum = CVR_WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return sum % 11 === 0;
}

/** Is it a P-number (production unit): ten digits that begin with 1? */
export function isPNumber(text: string): boolean {
  return /^1\d{9}$/.test(text);
}
