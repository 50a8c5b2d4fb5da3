export declare const defaultMysqlUrl: string;
export declare function mysqlAnswers(url: string): Promise<boolean>;
