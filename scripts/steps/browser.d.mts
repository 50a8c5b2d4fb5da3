export declare function findBrowser(): string | null;
export declare function ensureBrowser(): Promise<string | null>;
