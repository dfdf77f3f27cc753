import { withTheme, type ThemeProps } from '@rjsf/core';
import { AddressField } from './fields/address.tsx';
import { FileField } from './fields/file.tsx';
import { ArrayItemTemplate, ArrayTemplate } from './templates/array.tsx';
import { FieldTemplate } from './templates/field.tsx';
import { ObjectTemplate } from './templates/object.tsx';
import { MultiSchemaTemplate, Nothing, Unsupported } from './templates/plain.tsx';
import { CheckboxesWidget, DeclarationWidget, RadioWidget, YesNoWidget } from './widgets/choice.tsx';
import { ComputedWidget } from './widgets/computed.tsx';
import { DateWidget, PartialDateWidget } from './widgets/date.tsx';
import { MoneyWidget, NumberWidget } from './widgets/number.tsx';
import { CodeListWidget, SelectWidget } from './widgets/select.tsx';
import { EmailWidget, PersonalIdWidget, PhoneWidget, TextareaWidget, TextWidget } from './widgets/text.tsx';

/** Our theme: every text, number, date and choice is drawn by us; nothing of the default theme is left visible. */
const theme: ThemeProps = {
  templates: {
    FieldTemplate,
    ObjectFieldTemplate: ObjectTemplate,
    ArrayFieldTemplate: ArrayTemplate,
    ArrayFieldItemTemplate: ArrayItemTemplate,
    MultiSchemaFieldTemplate: MultiSchemaTemplate,
    UnsupportedFieldTemplate: Unsupported,
    ErrorListTemplate: Nothing,
    FieldErrorTemplate: Nothing,
    FieldHelpTemplate: Nothing,
    DescriptionFieldTemplate: Nothing,
    TitleFieldTemplate: Nothing,
    ArrayFieldDescriptionTemplate: Nothing,
    ArrayFieldTitleTemplate: Nothing,
  },
  widgets: {
    text: TextWidget,
    TextWidget,
    textarea: TextareaWidget,
    TextareaWidget,
    number: NumberWidget,
    money: MoneyWidget,
    date: DateWidget,
    DateWidget,
    partialDate: PartialDateWidget,
    select: SelectWidget,
    SelectWidget,
    codeList: CodeListWidget,
    radio: RadioWidget,
    RadioWidget,
    checkboxes: CheckboxesWidget,
    CheckboxesWidget,
    yesNo: YesNoWidget,
    CheckboxWidget: YesNoWidget,
    declaration: DeclarationWidget,
    phone: PhoneWidget,
    email: EmailWidget,
    EmailWidget,
    personalId: PersonalIdWidget,
    computed: ComputedWidget,
  },
  fields: { address: AddressField, file: FileField },
};

export const ThemedForm = withTheme(theme);
