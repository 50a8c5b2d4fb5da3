interface RuleSet {
  forbidden: { name: string }[];
}
export declare const moduleOrder: readonly string[];
export declare const boundaries: RuleSet;
export declare const weight: RuleSet;
