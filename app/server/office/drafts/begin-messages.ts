/** Why no draft was begun; the page's own words are in the catalogue of texts. */
export const beginTexts = {
  tooBig: { vi: 'Tệp lớn hơn 20 MB.', en: 'The file is larger than 20 MB.' },
  noCode: {
    vi: 'Không có thủ tục nào đang áp dụng với mã này. Hãy xem lại mã trong Danh mục.',
    en: 'No procedure in force has this code.',
  },
  noText: { vi: 'Chưa dán chữ nào.', en: 'Nothing is pasted.' },
  noFile: { vi: 'Chưa chọn tệp.', en: 'No file is chosen.' },
  notText: {
    vi: 'Tệp không phải .json, .xlsx hay bảng chữ mã UTF-8.',
    en: 'The file is neither .json, .xlsx nor UTF-8 text.',
  },
} as const;
