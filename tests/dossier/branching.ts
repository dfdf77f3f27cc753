/** Two agencies at once, a step with questions, a payment before the signature, a reminder and a service. */
export const branching = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="urn:motcua:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:test">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="receive"/>
    <userTask id="receive" name="Tiếp nhận" mc:role="clerk" mc:unit="receiving" mc:act="receive"/>
    <sequenceFlow id="f2" sourceRef="receive" targetRef="split"/>
    <parallelGateway id="split"/>
    <sequenceFlow id="f3" sourceRef="split" targetRef="check"/>
    <sequenceFlow id="f4" sourceRef="split" targetRef="consult"/>
    <userTask id="check" name="Thẩm định" mc:role="officer" mc:unit="deciding" mc:act="examine" mc:duration="P1D" mc:outcomes="eligible: Đủ điều kiện | not-eligible: Không đủ điều kiện">
      <extensionElements><mc:questions>[{"id":"score","type":"number","label":{"vi":"Điểm thẩm định"},"required":true,"minimum":0,"maximum":100}]</mc:questions></extensionElements>
    </userTask>
    <userTask id="consult" name="Cho ý kiến" mc:role="officer" mc:unit="parent" mc:duration="PT4H"/>
    <boundaryEvent id="late" attachedToRef="consult" cancelActivity="false"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT24H</timeDuration></timerEventDefinition></boundaryEvent>
    <sequenceFlow id="f5" sourceRef="late" targetRef="remind"/>
    <serviceTask id="remind" name="Nhắc việc" mc:connector="notice"/>
    <sequenceFlow id="f6" sourceRef="remind" targetRef="reminded"/><endEvent id="reminded"/>
    <sequenceFlow id="f7" sourceRef="check" targetRef="join"/>
    <sequenceFlow id="f8" sourceRef="consult" targetRef="join"/>
    <parallelGateway id="join"/>
    <sequenceFlow id="f9" sourceRef="join" targetRef="sign"/>
    <userTask id="sign" name="Ký" mc:role="leader" mc:unit="deciding" mc:act="sign" mc:requires="receipt payment:tax" mc:produces="result:licence"/>
    <sequenceFlow id="f10" sourceRef="sign" targetRef="enter"/>
    <userTask id="enter" name="Vào sổ" mc:role="clerk" mc:unit="receiving" mc:act="enter-result" mc:requires="result:licence"/>
    <sequenceFlow id="f11" sourceRef="enter" targetRef="e"/><endEvent id="e"/>
  </process>
</definitions>`;
