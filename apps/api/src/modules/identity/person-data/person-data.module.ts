import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { AccountPersonData } from './account-person-data.repository.js';
import { PersonData } from './person-data.js';
import { PersonMerges } from './person-merges.js';
import { SignInPersonData } from './sign-in-person-data.repository.js';

/** What is kept of people, by every module. Global, because each of them says what it keeps. */
@Global()
@Module({ imports: [IdentityModule], providers: [AccountPersonData, PersonData, PersonMerges, SignInPersonData], exports: [AccountPersonData, PersonData, PersonMerges] })
export class PersonDataModule {}
