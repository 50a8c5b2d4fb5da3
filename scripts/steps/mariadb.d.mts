export declare const defaultMysqlUrl: string;
export declare function mysqlAnswers(url: string): Promise<boolean>;
export declare function relaxCommits(url: string): Promise<() => Promise<void>>;
