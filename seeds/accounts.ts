import type { Role } from '#engine/dossier/index.ts';

/** An account to try the demo with: staff sign in with login and password, citizens with a one-time code. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'citizen';
  readonly title: string;
  readonly login?: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
}

/** Every staff account of the demo has it; it is no secret and opens nothing but the demo. */
export const demoPassword = 'motcua-demo';

const staff = (login: string, name: string, title: string, unit: string, ...roles: readonly Role[]): DemoAccount => ({
  id: `demo.${login}`,
  name,
  kind: 'staff',
  title,
  login,
  unit,
  roles,
});

const citizen = (id: string, name: string, phone: string, idNumber: string): DemoAccount => ({
  id: `demo.${id}`,
  name,
  kind: 'citizen',
  title: 'Người dân',
  phone,
  idNumber,
  roles: [],
});

/** Identity numbers begin with 099, which is no province's number, so that they can be nobody's. */
export const demoAccounts: readonly DemoAccount[] = [
  staff('vanphong.soan', 'Nguyễn Thu Hà', 'Chuyên viên Kiểm soát thủ tục hành chính', 'H02', 'office'),
  staff('vanphong.duyet', 'Trần Quang Minh', 'Trưởng phòng Kiểm soát thủ tục hành chính', 'H02', 'office-approver'),
  staff('quantri', 'Đỗ Xuân Bình', 'Quản trị hệ thống', 'H02', 'admin'),
  staff('motcua.tinh', 'Giáp Thị Lan', 'Công chức tiếp nhận và trả kết quả', 'H02.TTPVHCC', 'clerk'),
  staff('stp.chuyenvien', 'Thân Đức Cường', 'Chuyên viên', 'H02.STP', 'officer'),
  staff('stp.truongphong', 'Dương Thị Hạnh', 'Trưởng phòng', 'H02.STP', 'head', 'agency-author'),
  staff('stp.lanhdao', 'Ngô Văn Khánh', 'Phó Giám đốc Sở', 'H02.STP', 'leader'),
  staff('sldtbxh.chuyenvien', 'Lương Minh Trang', 'Chuyên viên', 'H02.SLDTBXH', 'officer'),
  staff('sldtbxh.truongphong', 'Vũ Hữu Sơn', 'Trưởng phòng', 'H02.SLDTBXH', 'head', 'agency-author'),
  staff('sldtbxh.lanhdao', 'Hoàng Bích Nga', 'Phó Giám đốc Sở', 'H02.SLDTBXH', 'leader'),
  staff('sct.chuyenvien', 'Chu Đình Phong', 'Chuyên viên', 'H02.SCT', 'officer'),
  staff('tpbacgiang.motcua', 'Bùi Phương Thảo', 'Công chức tiếp nhận và trả kết quả', 'H02.213', 'clerk'),
  staff('tpbacgiang.chuyenvien', 'Phạm Công Dũng', 'Chuyên viên', 'H02.213', 'officer'),
  staff('tpbacgiang.truongphong', 'Đặng Thanh Hoa', 'Trưởng phòng', 'H02.213', 'head', 'agency-author'),
  staff('tpbacgiang.lanhdao', 'Lê Quang Thắng', 'Phó Chủ tịch', 'H02.213', 'leader'),
  staff('thoxuong.motcua', 'Nguyễn Ngọc Mai', 'Công chức tiếp nhận và trả kết quả', 'H02.07201', 'clerk'),
  staff('thoxuong.hotich', 'Trần Văn Hải', 'Công chức tư pháp - hộ tịch', 'H02.07201', 'officer'),
  staff('thoxuong.phochutich', 'Hoàng Kim Oanh', 'Phó Chủ tịch', 'H02.07201', 'head'),
  staff('thoxuong.chutich', 'Đỗ Hữu Long', 'Chủ tịch', 'H02.07201', 'leader'),
  citizen('nguyen-van-an', 'Nguyễn Văn An', '0900000001', '099080000001'),
  citizen('tran-thi-binh', 'Trần Thị Bình', '0900000002', '099085000002'),
];
