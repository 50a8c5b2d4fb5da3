import { fileMaxBytes, fileTypes } from '@kepu/contracts';
import { accepted, allTypes, isPicture, largestFile, refusedBefore } from './file-rules.js';

test('the page knows the rule of the contract without loading it', () => {
  expect([...allTypes]).toEqual([...fileTypes]);
  expect(largestFile).toBe(fileMaxBytes);
});

test('what cannot be taken is said before it is sent', () => {
  expect(refusedBefore({ name: '照片.jpg', size: 2_000_000, type: 'image/jpeg' })).toBeNull();
  // Some telephones name no type.
  expect(refusedBefore({ name: '名单.XLSX', size: 10, type: '' })).toBeNull();
  expect(refusedBefore({ name: '影片.mp4', size: 10, type: 'video/mp4' })).toBe('admin.files.wrong_type');
  expect(refusedBefore({ name: '照片.jpg', size: fileMaxBytes + 1, type: 'image/jpeg' })).toBe('admin.files.too_large');
  expect(refusedBefore({ name: '照片.jpg', size: 0, type: 'image/jpeg' })).toBe('admin.files.empty');
});

test('a telephone is asked for JPEG, so that it converts its own format', () => {
  expect(accepted('photo')).toBe('image/jpeg,image/png,image/webp');
  expect(isPicture('image/heic')).toBe(false);
});
