/** Why something cannot be merged into another one, by the code of the field `into`. */

export const vi = {
  refusals: {
    merge_itself: 'Không gộp được một bài vào chính nó.',
    merge_not_found: 'Không có bài công khai nào cùng loại với mã hoặc địa chỉ này.',
    merge_elsewhere: 'Giải pháp kia thuộc một thách thức khác.',
    merge_not_open: 'Bài kia không còn mở: chỉ gộp vào bài đang mở.',
  },
};

export const en: typeof vi = {
  refusals: {
    merge_itself: 'Nothing is merged into itself.',
    merge_not_found: 'There is nothing public of this kind with that id or address.',
    merge_elsewhere: 'The other solution answers another challenge.',
    merge_not_open: 'The other one is not open: only what is open can be merged into.',
  },
};
